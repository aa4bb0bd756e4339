"""The index that rules read, the networkx view, metrics."""
