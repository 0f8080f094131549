-- The numbers that agencies have set for themselves (rule H6). Each row is an official act of the
-- agency itself: it has no case and no person. As with the acts of cases, rows are only ever added.
create table casework.local_numbers (
  id uuid primary key,
  -- the correction agency whose cases are counted with it
  custody uuid not null,
  number int not null,
  rule text not null,
  name text not null,
  value int not null,
  -- what would have counted on valid_from without this act
  value_before int not null,
  valid_from date not null,
  reason text not null,
  -- who acted, in which post of which agency: its key signs
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  published_at timestamptz not null,
  unique (custody, number)
);

-- The acts of one agency are numbered one at a time, without gaps.
create table casework.agency_acts (
  custody uuid primary key,
  last int not null
);

create trigger local_numbers_stay before update or delete on casework.local_numbers
  for each row execute function casework.acts_stay();
