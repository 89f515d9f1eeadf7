package com.ojeomneo.schema;

import org.jooq.BindingSQLContext;
import org.jooq.Converter;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultBinding;

/**
 * Binds a string as {@code citext}. As plain {@code varchar} PostgreSQL would choose the
 * case-sensitive comparison, and {@code Kim@x.kr} could not log in as {@code kim@x.kr}.
 */
public final class CitextBinding extends DefaultBinding<Object, String> {
  private static final long serialVersionUID = 1L;

  public CitextBinding() {
    super(Converter.ofNullable(Object.class, String.class, Object::toString, s -> s));
  }

  @Override
  public void sql(BindingSQLContext<String> context) {
    context.render().visit(DSL.val(context.value())).sql("::citext");
  }
}
