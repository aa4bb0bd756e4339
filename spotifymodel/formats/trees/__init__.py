"""Between bytes and a plain tree: dicts, lists, texts, numbers, truth values and null.

Nothing here knows what a chart is. What comes out of :func:`~.json_tree.read_json` and :func:`~.yaml_tree.read_yaml` is
safe to walk: no duplicate keys, no cycles, no shared parts, bounded depth, finite numbers of bounded length. What cannot be
read is refused with every fault found, each with its line, column and path.
"""
