"""What a check found, as text, JSON, SARIF, GitHub annotations, Markdown, HTML."""
