"""Gap reports: what a plan lacks, counted a second time from the charts."""
