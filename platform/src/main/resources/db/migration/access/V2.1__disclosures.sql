-- Looks of which the person complained: they are told the name as well.
create table access.disclosures (
  look uuid primary key references access.looks,
  at timestamptz not null
);
