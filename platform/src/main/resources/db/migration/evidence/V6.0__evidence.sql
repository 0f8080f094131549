create schema evidence;

-- The ordered outbox and the receipts in one: a row is written in the transaction of its act, and
-- gets its place in the log afterwards. No personal data: pseudonyms and salted commitments.
create table evidence.entries (
  id bigint generated always as identity primary key,
  act uuid not null unique,
  case_id uuid not null,
  origin text not null,
  number int not null,
  leaf bytea not null,
  leaf_hash bytea not null unique,
  log_index bigint,
  unique (case_id, origin, number)
);
create index entries_waiting on evidence.entries (id) where log_index is null;
create unique index entries_by_index on evidence.entries (origin, log_index);

-- Where the database no longer says what was recorded. Rows are only ever added and resolved.
create table evidence.mismatches (
  id uuid primary key,
  case_id uuid not null,
  act_number int not null,
  place text not null,
  found_at timestamptz not null,
  gone_at timestamptz
);
create unique index mismatches_open on evidence.mismatches (case_id, act_number, place)
  where gone_at is null;
