create schema reporting;

-- Presses that a phone kept while it was out of reach, by the name the phone gave them: sent twice,
-- they count once. What came of a press is an act of the case, or nothing when nothing was due.
create table reporting.presses (
  id uuid primary key,
  person uuid not null,
  pressed_at timestamptz not null,
  received_at timestamptz not null,
  -- whether the phone's own time counts, or the time of arrival
  own boolean not null,
  act uuid
);
