-- When an alarm became a question, who acknowledged it first and when, what was found, and whether the last level was told already.
alter table tracking.alarms
  add column raised_at timestamptz,
  add column seen_at timestamptz,
  add column seen_by uuid,
  add column finding text,
  add column escalated boolean not null default false,
  -- the approved absence that suspends it, and the run it rests on
  add column absence text,
  add column suspended_by uuid;
create index alarms_suspended on tracking.alarms (agency, opened_at desc)
  where state = 'SUSPENDED' and not closed;

update tracking.alarms a set raised_at = r.recorded_at
from casework.acts r
where r.instance = a.instance and r.type = 'AlarmRaised' and r.corrects is null;
update tracking.alarms a set seen_at = s.recorded_at, seen_by = s.account
from (
  select distinct on (instance) instance, recorded_at, account from casework.acts
  where procedure = 'alarm' and role <> 'SYSTEM' and type <> 'AlarmRaised' order by instance, number
) s where s.instance = a.instance;
update tracking.alarms a set finding = f.type
from (
  select distinct on (instance) instance, type from casework.acts
  where procedure = 'alarm' and type in ('FoundError', 'FoundGoodReason', 'FoundNoGoodReason')
  order by instance, number desc
) f where f.instance = a.instance;
-- what was raised long before anybody was called is not called out now
update tracking.alarms set escalated = true where state = 'RAISED';

create index alarms_unacknowledged on tracking.alarms (opened_at)
  where state = 'RAISED' and not escalated;

create index alarms_by_time on tracking.alarms (agency, raised_at);

-- Each attempt to reach somebody, before it is made; afterwards only its answer is added.
create table tracking.escalation_steps (
  alarm uuid not null references tracking.alarms,
  number int not null,
  stage text not null,
  -- absent where there was nobody
  account uuid,
  way text not null,
  at timestamptz not null,
  answer text not null,
  why text,
  primary key (alarm, number)
);
create function tracking.steps_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.answer = 'BEGUN'
      and (new.alarm, new.number, new.stage, new.account, new.way, new.at)
        is not distinct from (old.alarm, old.number, old.stage, old.account, old.way, old.at) then
    return new;
  end if;
  raise exception 'what was tried is only ever added to';
end $$;
create trigger escalation_steps_stay before update or delete on tracking.escalation_steps
  for each row execute function tracking.steps_stay();

-- The order of the queue: the gravest first.
create function tracking.gravity(severity text) returns int language sql immutable parallel safe as $$
  select case severity when 'RED' then 2 when 'AMBER' then 1 else 0 end
$$;
create index alarms_queue on tracking.alarms (agency, tracking.gravity(severity), opened_at, id)
  where not closed and instance is not null;
drop index tracking.alarms_open;
