-- Everything that a migration can make, one line each; what belongs to an extension or to Flyway is left out.
with relation as (
    select c.oid, c.relname, c.relkind, c.reloptions, c.relispartition, c.relpersistence
    from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and c.relname !~ '^flyway_schema_history'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
)
select format('relation %s %s %s partition=%s key=%s bounds=%s', r.relname, r.relkind, r.reloptions, r.relispartition,
              pg_get_partkeydef(r.oid), (select pg_get_expr(relpartbound, oid) from pg_class where oid = r.oid)) as line
from relation r
union all
select format('column %s.%s %s not null=%s default=%s identity=%s generated=%s storage=%s', r.relname, a.attname,
              format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
              a.attstorage)
from relation r
         join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
         left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where r.relkind in ('r', 'p', 'v')
union all
select format('constraint %s %s: %s', r.relname, c.conname, pg_get_constraintdef(c.oid))
from relation r
         join pg_constraint c on c.conrelid = r.oid
union all
select format('index %s', pg_get_indexdef(r.oid))
from relation r
where r.relkind in ('i', 'I')
union all
select format('trigger %s', pg_get_triggerdef(t.oid))
from relation r
         join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
union all
select format('function %s', pg_get_functiondef(p.oid))
from pg_proc p
where p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
union all
select format('type %s %s', t.typname, t.typtype)
from pg_type t
where t.typnamespace = 'public'::regnamespace
  and t.typtype in ('d', 'e', 'r')
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
union all
select format('extension %s %s', e.extname, e.extversion)
from pg_extension e
union all
select format('comment on %s: %s', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description)
from pg_description d
where d.classoid in ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass, 'pg_trigger'::regclass)
  and exists (select
              from pg_class c
              where d.classoid = 'pg_class'::regclass and c.oid = d.objoid and c.relnamespace = 'public'::regnamespace
              union all
              select
              from pg_proc p
              where d.classoid = 'pg_proc'::regclass and p.oid = d.objoid and p.pronamespace = 'public'::regnamespace)
  and not exists (select from pg_depend x where x.classid = d.classoid and x.objid = d.objoid and x.deptype = 'e')
order by line
