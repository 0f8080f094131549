-- Whether somebody's name may have to be withheld from some reader: follows their cases. Where it is
-- false, a list need not ask anything more; nobody is asked about who is not in the list.
alter table subjects.people add guarded boolean not null default false;
