-- A deadline says of which procedure it is: name and rule alone no longer do.
alter table casework.deadlines add column procedure text;
update casework.deadlines d set procedure = i.procedure from casework.instances i where i.id = d.instance;
alter table casework.deadlines alter column procedure set not null;
