-- Records of people that are one human, since an act said so and until another says otherwise. Each
-- of the two cases has a run of its own, and so a row; the two rows name one another. Derived from
-- acts: no case, act or record changes with it.
create table casework.person_links (
  run uuid primary key,
  case_id uuid not null references casework.cases,
  person uuid not null,
  other_case uuid not null references casework.cases,
  other_person uuid not null,
  -- the run in the other case; none only while the two acts are being recorded
  twin uuid,
  linked_by int not null,
  linked_at timestamptz not null,
  separated_by int,
  separated_at timestamptz
);
create index person_links_by_person on casework.person_links (person);
create index person_links_by_case on casework.person_links (case_id);
