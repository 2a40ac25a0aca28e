"""Seven days of holding, by hours."""
