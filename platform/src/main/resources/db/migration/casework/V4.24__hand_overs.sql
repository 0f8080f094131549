-- Hand-overs of a caseload: who ordered which case to whom. Each case is handed over by an act of its
-- own, in a transaction of its own, so that whatever stops a hand-over, it goes on without doing
-- anything twice. It is a list of work, and the acts are the record.
create table casework.hand_overs (
  id uuid primary key,
  custody uuid not null,
  -- whose cases
  former uuid not null,
  reason text not null,
  -- who ordered it, in which post: the acts are theirs
  account uuid not null,
  post uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index hand_overs_by_custody on casework.hand_overs (custody, id desc);
create index hand_overs_running on casework.hand_overs (id) where finished_at is null;

create table casework.hand_over_cases (
  hand_over uuid not null references casework.hand_overs,
  number int not null,
  case_id uuid not null references casework.cases,
  officer uuid not null,
  officer_post uuid not null,
  -- WAITING, DONE, CHANGED (somebody else is responsible meanwhile), REFUSED, FAILED, LEFT
  state text not null,
  act uuid references casework.acts,
  primary key (hand_over, number),
  unique (hand_over, case_id)
);
create index hand_over_cases_waiting on casework.hand_over_cases (hand_over, number)
  where state = 'WAITING';
