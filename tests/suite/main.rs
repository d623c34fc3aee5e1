//! Everything a user relies on, in one test program.

mod print;
