-- Cases that only named posts open: derived from acts. Lists show of the others' a number.
alter table casework.summaries add restricted boolean not null default false;
create index summaries_restricted on casework.summaries (person) where restricted;
create table casework.restrictions (
  case_id uuid primary key references casework.cases,
  run uuid not null,
  open_to uuid[] not null
);
-- Who opened one in an emergency, and until when that lasts.
create table casework.restriction_openings (
  act uuid primary key,
  case_id uuid not null references casework.cases,
  account uuid not null,
  until timestamptz not null
);
create index restriction_openings_by_case on casework.restriction_openings (case_id, account);
