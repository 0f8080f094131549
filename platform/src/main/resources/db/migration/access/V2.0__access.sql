create schema access;

-- Who looked at whose data, in which post and for which purpose. Rows are only ever added; one row
-- stands for all looks of one kind within an hour, so that a refreshing page is not a flood.
create table access.looks (
  id uuid primary key,
  at timestamptz not null,
  hour timestamptz not null,
  account uuid not null,
  post uuid not null,
  agency uuid not null,
  person uuid not null,
  what text not null,
  purpose text not null,
  unique (person, hour, account, post, what, purpose)
);
create index looks_by_person on access.looks (person, id desc);

-- Sign-ins and what administrators do, for the auditor. No personal data of people under correction.
create table access.trail (
  id uuid primary key,
  at timestamptz not null,
  account uuid,
  event text not null,
  detail text not null default ''
);

create table access.api_tokens (
  id uuid primary key,
  digest bytea not null unique,
  account uuid not null,
  post uuid not null,
  ends_at timestamptz not null
);
