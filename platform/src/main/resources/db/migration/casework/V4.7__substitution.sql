-- By which substitution somebody acted in a post that is not theirs: of an act in a case, and of what
-- an agency does without one.
alter table casework.acts add substitution uuid;

create table casework.agency_act_substitutions (
  act uuid primary key,
  substitution uuid not null
);
create trigger agency_act_substitutions_stay before update or delete
  on casework.agency_act_substitutions for each row execute function casework.acts_stay();
