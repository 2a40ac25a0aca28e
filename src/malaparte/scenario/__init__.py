"""The scenario language: frozen models, loading, checking."""
