"""Who may come in: accounts with hashed passwords, sessions, and the gate before every request."""
