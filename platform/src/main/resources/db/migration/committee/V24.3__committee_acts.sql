-- That a committee is set up, and that it is called to a meeting, are official acts of the agency, with
-- a number among its acts (rule H11). Rows from before that have none.
alter table committee.committees rename column agency to custody;
alter table committee.committees rename column set_at to published_at;
alter table committee.committees rename column set_by to account;
alter table committee.committees rename column set_post to post;
alter table committee.committees add number int, add agency uuid, add role text,
  add unique (custody, number);

alter table committee.meetings rename column agency to custody;
alter table committee.meetings rename column called_at to published_at;
alter table committee.meetings rename column called_by to account;
alter table committee.meetings rename column called_post to post;
alter table committee.meetings add number int, add agency uuid, add role text,
  add unique (custody, number);
