create schema tracking;

-- A device of one person. Its kind is a fact of law and decided here, never by what it sends.
create table tracking.devices (
  id uuid primary key,
  kind text not null,
  person uuid not null,
  -- SHA-256 of the device's key, which was shown once
  digest bytea not null,
  registered_at timestamptz not null,
  retired_at timestamptz
);
create index devices_by_person on tracking.devices (person);

-- Derived from the acts of positioning: the terms during which positions may be kept. Which of the
-- five grounds it is stands with the acts.
create table tracking.grounds (
  instance uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  case_id uuid not null,
  person uuid not null,
  primary key (instance, from_at)
);
create index grounds_by_person on tracking.grounds (person, from_at);

-- Derived from acts: where a person may be, why and when. The shape and its name are sealed.
create table tracking.areas (
  instance uuid primary key,
  case_id uuid not null,
  person uuid not null,
  basis text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  sealed bytea
);
create index areas_by_person on tracking.areas (person);

create table tracking.positions (
  person uuid not null,
  at timestamptz not null,
  device uuid not null,
  received_at timestamptz not null,
  sealed bytea not null,
  primary key (person, at, device)
);

-- All that has to be remembered of a track to judge the next fix.
create table tracking.tracks (
  person uuid primary key,
  sealed bytea not null
);

-- Single points that answered one verification each: apart from any track, under a key of its own.
create table tracking.verifications (
  id uuid primary key,
  person uuid not null,
  at timestamptz not null,
  received_at timestamptz not null,
  sealed bytea not null,
  unique (person, at)
);
create index verifications_by_receipt on tracking.verifications (person, received_at);

-- How much was refused and why. Nothing of a refused position is kept.
create table tracking.refusals (
  device uuid not null,
  person uuid not null,
  day date not null,
  reason text not null,
  times int not null,
  primary key (device, day, reason)
);

-- Questions raised by findings. Their state is that of the alarm procedure; PENDING until the act
-- that raises them is recorded.
create table tracking.alarms (
  id uuid primary key,
  person uuid not null,
  case_id uuid not null,
  agency uuid not null,
  instance uuid unique,
  kind text not null,
  severity text not null,
  state text not null,
  closed boolean not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- that the latest finding is true, 0 to 1; absent where nothing was computed
  probability double precision
);
create index alarms_open on tracking.alarms (agency, opened_at desc) where not closed;
create index alarms_by_agency on tracking.alarms (agency, id desc);
create index alarms_by_person on tracking.alarms (person, id desc);

-- What a question rests on, only ever added to.
create table tracking.evidence (
  id uuid primary key,
  alarm uuid not null references tracking.alarms,
  at timestamptz not null,
  sealed bytea not null
);
create index evidence_by_alarm on tracking.evidence (alarm, at, id);
