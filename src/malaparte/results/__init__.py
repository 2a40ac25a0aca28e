"""What an ensemble leaves behind: columns, statistics, files, and what they say."""
