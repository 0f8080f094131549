create schema welfare;

-- What lets signs of somebody's body be kept (rule H17), as the acts of the procedure welfare add up to.
create table welfare.grounds (
  -- the run of the procedure
  id uuid primary key,
  case_id uuid not null,
  person uuid not null,
  custody uuid not null,
  signs text[] not null,
  sees text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz
);
create index grounds_by_person on welfare.grounds (person);
create index grounds_by_case on welfare.grounds (case_id);

-- What was measured, sealed under a key of thirty days of its ground; which signs stands beside it, so that
-- what is sent twice is kept once.
create table welfare.body_values (
  id uuid primary key,
  ground uuid not null references welfare.grounds (id),
  person uuid not null,
  at timestamptz not null,
  kinds text not null,
  sealed bytea not null,
  unique (ground, at, kinds)
);
create index body_values_by_page on welfare.body_values (ground, id desc);
create index body_values_by_person on welfare.body_values (person, at);

-- The keys that seal something, so that they can be destroyed.
create table welfare.keys (
  owner uuid primary key,
  ground uuid not null references welfare.grounds (id),
  until_at timestamptz not null
);
create index keys_by_ground on welfare.keys (ground);

-- How much went with a ground that ended, until the act of the agency says so.
create table welfare.dropped (
  ground uuid primary key references welfare.grounds (id),
  person uuid not null,
  rows_gone int not null,
  from_at timestamptz not null,
  until_at timestamptz not null
);
create index dropped_by_person on welfare.dropped (person);

-- That somebody may need help. What it is about and what was done is sealed.
create table welfare.alerts (
  id uuid primary key,
  ground uuid not null references welfare.grounds (id),
  case_id uuid not null,
  person uuid not null,
  custody uuid not null,
  office uuid,
  raised_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  sealed bytea not null,
  sealed_help bytea
);
create index alerts_open on welfare.alerts (custody, id desc) where closed_at is null;
create index alerts_closed on welfare.alerts (custody, id desc) where closed_at is not null;
create index alerts_unseen on welfare.alerts (id) where seen_at is null and closed_at is null;
create index alerts_by_person on welfare.alerts (person, id desc);
create index alerts_by_ground on welfare.alerts (ground);

-- Who was tried to be reached.
create table welfare.attempts (
  alert uuid not null references welfare.alerts (id) on delete cascade,
  number int not null,
  stage text not null,
  account uuid,
  way text not null,
  at timestamptz not null,
  answer text not null,
  why text,
  primary key (alert, number)
);
