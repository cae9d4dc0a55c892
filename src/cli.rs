//! The command line: which options there are and what is run. Running it is `embed.rs`.
