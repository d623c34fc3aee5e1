//! Every Indonesian word the program recognises, and the facts it checks against, as data.
