-- What an entry's leaf was before it was signed anew, because its key was revoked while it waited: an
-- act that was being recorded meanwhile may name it as its predecessor.
create table evidence.signed_anew (
  leaf_hash bytea primary key,
  entry bigint not null references evidence.entries
);

-- What an agency did to keys, its own or those of people whose data were to be forgotten: official acts
-- of the agency, with their ledger entries.
create table evidence.key_acts (
  id uuid primary key,
  custody uuid not null,
  number int not null,
  type text not null,
  -- what it says, by name: JSON
  says text not null,
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  published_at timestamptz not null,
  unique (custody, number)
);
create trigger key_acts_stay before update or delete on evidence.key_acts
  for each row execute function casework.acts_stay();
