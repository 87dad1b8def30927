"""What a plan is and where plans are kept. Imports nothing of ours."""
