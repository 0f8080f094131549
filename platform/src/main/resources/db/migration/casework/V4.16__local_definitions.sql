-- The procedures that agencies have published for themselves: each row is an official act of the
-- agency, as in local_numbers. Versions are counted over all agencies, so that a run keeps what it
-- began with wherever its case goes.
create sequence casework.local_versions start with 1001;

create table casework.local_definitions (
  id uuid primary key,
  -- the correction agency whose cases follow it
  custody uuid not null,
  number int not null,
  procedure text not null,
  version int not null unique,
  valid_from date not null,
  -- version of the published procedure that it was held against; null where the law has none
  base int,
  -- version that would have been followed on valid_from without this act
  before int,
  content text not null,
  reason text not null,
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  published_at timestamptz not null,
  unique (custody, number)
);

create trigger local_definitions_stay before update or delete on casework.local_definitions
  for each row execute function casework.acts_stay();

-- What is being written, by agency and procedure; it counts for nothing.
create table casework.definition_drafts (
  custody uuid not null,
  procedure text not null,
  content text not null,
  account uuid not null,
  saved_at timestamptz not null,
  primary key (custody, procedure)
);
