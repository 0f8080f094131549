-- Where somebody lives and works, and whom to ask: each version stands sealed under the person's key
-- and stays, with who noted it. Why it was noted is sealed with it.
create table subjects.particulars (
  person uuid not null references subjects.people,
  number int not null,
  sealed bytea not null,
  noted_at timestamptz not null,
  noted_by uuid not null,
  noted_post uuid not null,
  primary key (person, number)
);

create function subjects.particulars_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was noted of a person is only ever added to';
end $$;
create trigger particulars_stay before update or delete on subjects.particulars
  for each row execute function subjects.particulars_stay();

-- The one photograph of somebody, re-encoded and sealed. Another takes its place, and the old is gone.
create table subjects.photographs (
  person uuid primary key references subjects.people,
  sealed bytea not null,
  noted_at timestamptz not null,
  noted_by uuid not null,
  noted_post uuid not null
);
