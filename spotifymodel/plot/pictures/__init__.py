"""One file per picture; each holds one public function."""
