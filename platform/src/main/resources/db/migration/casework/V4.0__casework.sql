create schema casework;

-- One row per case. What is derived from acts stands in casework.summaries, not here.
create table casework.cases (
  id uuid primary key,
  number text not null unique,
  agency uuid not null,
  person uuid not null,
  opened_at timestamptz not null
);
create index cases_by_person on casework.cases (person);

create table casework.case_numbers (
  agency uuid not null,
  year int not null,
  last int not null,
  primary key (agency, year)
);

-- The acts: only ever added. Everything else in this schema can be rebuilt from them.
create table casework.acts (
  id uuid primary key,
  case_id uuid not null references casework.cases,
  number int not null,
  procedure text not null,
  instance uuid not null,
  type text not null,
  schema_version int not null,
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  -- the run of another procedure that carries this act, such as the alarm of an admonition
  rests_on uuid,
  document_kinds text[] not null,
  occurred_at timestamptz not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  corrects uuid references casework.acts,
  override_reason bytea,
  sealed_facts bytea not null,
  unique (case_id, number)
);
create index acts_by_time on casework.acts (recorded_at desc, id desc);
create index acts_by_instance on casework.acts (instance, number);

create function casework.acts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'acts are only ever added';
end $$;
create trigger acts_stay before update or delete on casework.acts
  for each row execute function casework.acts_stay();

-- Derived: each running or finished procedure of a case.
create table casework.instances (
  id uuid primary key,
  case_id uuid not null references casework.cases,
  procedure text not null,
  version int not null,
  state text not null,
  closed boolean not null,
  opened_by int not null,
  changed_by int not null,
  sealed bytea not null
);
create index instances_by_case on casework.instances (case_id, procedure);
create index instances_open on casework.instances (procedure, state) where not closed;

-- Derived: what is due, who owes it, and what became of it.
create table casework.deadlines (
  id uuid primary key,
  case_id uuid not null references casework.cases,
  instance uuid not null,
  name text not null,
  rule text not null,
  owner text not null,
  agency uuid not null,
  office uuid,
  due_on date not null,
  ends_at timestamptz not null,
  provisional boolean not null,
  explanation jsonb not null,
  -- the act of time itself that follows when it passes
  then_act text,
  opened_by int not null,
  met_by int,
  met_at timestamptz
);
create index deadlines_open on casework.deadlines (agency, ends_at) where met_by is null;
create index deadlines_firing on casework.deadlines (ends_at)
  where met_by is null and then_act is not null;
create index deadlines_by_case on casework.deadlines (case_id, ends_at);

-- Derived: what lists show and search. Names stand sealed with the people.
create table casework.summaries (
  case_id uuid primary key references casework.cases,
  number text not null,
  agency uuid not null,
  office uuid,
  person uuid not null,
  status text not null,
  category text not null,
  level text not null,
  term_from date,
  term_until date,
  last_act int not null,
  last_act_type text not null,
  last_act_at timestamptz not null,
  last_contact_at timestamptz
);
create index summaries_by_agency on casework.summaries (agency, case_id desc);
create index summaries_by_office on casework.summaries (office, case_id desc);
