-- That somebody acts in another's place, and that this ended before its time, are official acts of the
-- agency as the numbers it sets are (rule H9). What was recorded stands in organisation.substitutions.
create table casework.substitution_acts (
  id uuid primary key,
  custody uuid not null,
  number int not null,
  substitution uuid not null,
  ended boolean not null,
  -- who acted, in which post of which agency: its key signs
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  recorded_at timestamptz not null,
  unique (custody, number),
  unique (substitution, ended)
);
create trigger substitution_acts_stay before update or delete on casework.substitution_acts
  for each row execute function casework.acts_stay();
