create schema notify;

-- What the platform told people outside its pages, and what came of it. No content and no number:
-- the words are always the same, and the number is asked for when the message goes out.
create table notify.messages (
  id uuid primary key,
  -- in whose custody the case is: nobody else reads this row
  agency uuid not null,
  person uuid not null,
  created_at timestamptz not null,
  state text not null,
  channel text,
  -- why it did not go out
  why text,
  done_at timestamptz
);
create index messages_waiting on notify.messages (id) where state = 'WAITING';
create index messages_by_person on notify.messages (person, id desc);

-- What officers and other posts are told on their own pages.
create table notify.notices (
  id uuid primary key,
  agency uuid not null,
  office uuid,
  role text not null,
  case_id uuid not null,
  act uuid not null,
  act_type text not null,
  at timestamptz not null
);
create index notices_by_agency on notify.notices (agency, role, id desc);
