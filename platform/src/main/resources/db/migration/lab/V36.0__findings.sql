create schema lab;

-- What officers found of alarms that the machine raised: derived from the acts of the procedure alarm,
-- so that it can be counted how often which kind of alarm is false. No places.
create table lab.findings (
  -- the run of the procedure
  instance uuid primary key,
  alarm uuid not null,
  -- the agency that found it
  agency uuid not null,
  case_id uuid not null,
  person uuid not null,
  kind text not null,
  -- the dedicated device that was carried when the alarm was raised
  device uuid,
  finding text not null check (finding in ('ERROR', 'GOOD_REASON', 'NO_GOOD_REASON')),
  -- of an error, what the officer named as its cause
  cause text check (cause is null or finding = 'ERROR'),
  detected_at timestamptz not null,
  found_at timestamptz not null
);
create index findings_by_agency on lab.findings (agency, found_at);
create index findings_by_page on lab.findings (agency, alarm desc);
create index findings_by_case on lab.findings (case_id);
create index findings_by_alarm on lab.findings (alarm);
