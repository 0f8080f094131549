-- Files that were made of a person's track, and never the files: who made which, when and what for.
-- Rows are only ever added; why somebody made it is in their own words, and sealed.
create table tracking.exports (
  id uuid primary key,
  person uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  account uuid not null,
  post uuid not null,
  agency uuid not null,
  purpose text not null,
  form text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  alarm uuid,
  -- of the file, so that a copy can be told from another
  sha256 bytea not null,
  sealed bytea not null
);
create index exports_by_person on tracking.exports (person, id desc);
