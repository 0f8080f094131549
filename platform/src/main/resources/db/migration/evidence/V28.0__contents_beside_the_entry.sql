-- An entry holds one hash over all that an act says. What it is the root of, salted commitments by
-- name, stays here: it names the value that somebody changed, and proofs are cut out of it.
do $$
begin
  if exists (select from evidence.entries) then
    raise exception 'The ledger of this database has entries of an earlier form, which this version cannot read. Begin the demonstration anew with --fresh.';
  end if;
end $$;
alter table evidence.entries add column contents bytea not null;
