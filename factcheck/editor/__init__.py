"""The language server: findings as diagnostics while one writes, what was compared on hover, entries to ignore them."""
