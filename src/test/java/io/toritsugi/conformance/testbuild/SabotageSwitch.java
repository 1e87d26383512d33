package io.toritsugi.conformance.testbuild;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts itself before the beans that can be sabotaged; does nothing until a sabotage is switched on. */
final class SabotageSwitch implements BeanPostProcessor {

    private final AtomicReference<@Nullable Sabotage> current = new AtomicReference<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (Arrays.stream(Sabotage.values()).noneMatch(sabotage -> sabotage.concerns(name))) {
            return bean;
        }
        MethodInterceptor before = call -> {
            var sabotage = current.get();
            return sabotage != null && sabotage.concerns(name, call.getMethod().getName())
                    ? sabotage.tampering().call(call)
                    : call.proceed();
        };
        if (bean instanceof Advised advised) {
            advised.addAdvice(0, before);
            return bean;
        }
        var factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(before);
        return factory.getProxy();
    }

    /** @param sabotage null switches off */
    void set(@Nullable Sabotage sabotage, JdbcTemplate tables) {
        var before = current.getAndSet(sabotage);
        if (before != null) {
            before.tampering().switchedOff(tables);
        }
        if (sabotage != null) {
            sabotage.tampering().switchedOn(tables);
        }
    }
}
