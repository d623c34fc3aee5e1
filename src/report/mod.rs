//! Findings → eyes: terminal, concise lines, JSON.
