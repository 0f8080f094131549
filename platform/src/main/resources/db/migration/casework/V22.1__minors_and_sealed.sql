-- Cases of minors belong to the posts charged with them (CCL 52 to 58), sealed ones to nobody's lists
-- (CPL 286). Everything that lists, counts by list or searches reads the view, which has none of the
-- sealed; only the few doors that the law leaves open read the table.
alter table casework.summaries rename to all_summaries;
alter table casework.all_summaries
  add minor boolean not null default false,
  add sealed boolean not null default false;
drop index casework.summaries_restricted;
create index all_summaries_by_person on casework.all_summaries (person);
create index restriction_openings_by_account on casework.restriction_openings (account, until);
create index all_summaries_sealed on casework.all_summaries (agency, case_id desc) where sealed;
create index all_summaries_of_minors on casework.all_summaries (agency) where minor and not sealed;

update casework.all_summaries s set minor = true
from subjects.people p, casework.cases c
where p.id = s.person and c.id = s.case_id and p.minor_until
  > least(coalesce(s.term_from, 'infinity'::date), (c.opened_at at time zone 'Asia/Shanghai')::date);
update casework.all_summaries s set sealed = true
from casework.instances i
where i.case_id = s.case_id and i.procedure = 'sealing' and i.state = 'SEALED';
update subjects.people p set guarded = true
where exists (select from casework.all_summaries s
  where s.person = p.id and (s.restricted or s.minor or s.sealed));

create view casework.summaries as select * from casework.all_summaries where not sealed;
