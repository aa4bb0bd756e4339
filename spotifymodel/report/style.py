"""The look of what shows itself in a notebook: calm, and legible on light and dark."""

from __future__ import annotations

from typing import Final

__all__ = ["STYLE"]

#: Scoped to one class; colours follow the notebook's theme through currentColor and a few tints.
STYLE: Final = """<style>
.spotifymodel{font:13px/1.45 system-ui,sans-serif;max-width:64em}
.spotifymodel table{border-collapse:collapse;margin:.4em 0}
.spotifymodel th,.spotifymodel td{text-align:left;vertical-align:top;padding:.25em .8em .25em 0;background:transparent;border:0}
.spotifymodel thead th{border-bottom:1px solid rgba(128,128,128,.5);font-weight:600}
.spotifymodel tbody tr{border-bottom:1px solid rgba(128,128,128,.18)}
.spotifymodel .sev{font-weight:600;white-space:nowrap}
.spotifymodel .error{color:#b3261e}.spotifymodel .warning{color:#8a5a00}.spotifymodel .advice{color:#005a8c}
.spotifymodel .quiet{opacity:.72}
.spotifymodel q{font-style:normal}
@media (prefers-color-scheme:dark){
.spotifymodel .error{color:#ff8a80}.spotifymodel .warning{color:#f2c14e}.spotifymodel .advice{color:#7cc4f0}}
[data-jp-theme-light=false] .spotifymodel .error{color:#ff8a80}
[data-jp-theme-light=false] .spotifymodel .warning{color:#f2c14e}
[data-jp-theme-light=false] .spotifymodel .advice{color:#7cc4f0}
[data-jp-theme-light=true] .spotifymodel .error{color:#b3261e}
[data-jp-theme-light=true] .spotifymodel .warning{color:#8a5a00}
[data-jp-theme-light=true] .spotifymodel .advice{color:#005a8c}
</style>"""
