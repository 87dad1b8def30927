"""Programs as users: the JSON endpoint and the MCP server, over the same assistant."""
