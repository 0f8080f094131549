-- Derived with the act: whom an act has to be copied to on paper, because that organ has no account in
-- this installation. Whether it had one is the installation's state of that day and no act says it, so
-- these rows are not folded again. What became of a copy stands in acts of the procedure delivery.
create table casework.copies (
  id uuid primary key,
  case_id uuid not null references casework.cases,
  act uuid not null references casework.acts,
  addressee text not null,
  -- in whose custody the case is: it owes the copy
  agency uuid not null,
  -- the rule whose number says by when
  rule text not null,
  due_on date not null,
  ends_at timestamptz not null,
  -- the run of delivery by which it was sent; none again when it came back
  run uuid,
  way text,
  sent_on date,
  sent_act uuid references casework.acts,
  received_on date,
  received_act uuid references casework.acts,
  -- exactly one copy of an act for each organ
  unique (act, addressee),
  check ((run is null) = (sent_on is null)),
  check (received_on is null or sent_on is not null)
);
create index copies_to_send on casework.copies (agency, ends_at, id) where sent_on is null;
create index copies_unanswered on casework.copies (agency, ends_at, id)
  where sent_on is not null and received_on is null;
create index copies_late on casework.copies (agency, sent_on) where sent_on > due_on;
create index copies_by_case on casework.copies (case_id);
create index copies_by_run on casework.copies (run);
