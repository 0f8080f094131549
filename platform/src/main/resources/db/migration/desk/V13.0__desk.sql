create schema desk;

-- Derived from acts: the acts of an agency's cases in the order in which they were recorded.
create table desk.recent_acts (
  act uuid primary key,
  case_id uuid not null,
  custody uuid not null,
  recorded_at timestamptz not null
);
create index recent_acts_by_custody on desk.recent_acts (custody, recorded_at desc);

-- Derived from acts: which court referred a case.
create table desk.referrals (
  case_id uuid primary key,
  court uuid not null,
  person uuid not null
);
create index referrals_by_court on desk.referrals (court, case_id desc);
