-- An entry holds one hash over all that an act says. What it is the root of, salted commitments by
-- name, stays here: it names the value that somebody changed, and proofs are cut out of it.
alter table evidence.entries add column contents bytea not null default '{}';
alter table evidence.entries alter column contents drop default;
