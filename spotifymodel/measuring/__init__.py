"""Numbers on a chart: heads, spans, sharing, links, knowledge, betweenness and room under the limits."""
