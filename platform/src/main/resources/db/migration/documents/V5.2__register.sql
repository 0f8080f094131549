-- Every number that was given, one row each. With the counter that can only go up by one, a gap, a
-- double or a number used again cannot be stored, whatever program writes here.
create table documents.register (
  agency uuid not null,
  year int not null,
  series text not null,
  ordinal int not null check (ordinal > 0),
  document uuid not null unique references documents.documents,
  primary key (agency, year, series, ordinal)
);

create function documents.register_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a number of a document is given once and for ever';
end $$;
create trigger register_stays before update or delete on documents.register
  for each row execute function documents.register_stays();

create function documents.numbers_count_up() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.last = 1 then return new; end if;
  if tg_op = 'UPDATE' and new.last = old.last + 1
    and (new.agency, new.year, new.series) = (old.agency, old.year, old.series) then return new; end if;
  raise exception 'numbers of documents begin at 1 and count up by one';
end $$;
create trigger numbers_count_up before insert or update or delete on documents.numbers
  for each row execute function documents.numbers_count_up();
