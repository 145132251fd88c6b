/**
 * CORS for Jakarta REST, the words on a resource: annotate it with {@link
 * dev.jaxrscors.CorsPolicy}, and browsers may call it.
 *
 * <h2>Configuration</h2>
 *
 * <p>Operations may set the {@code cors.*} keys below, and the placeholders in annotations, such as
 * {@code ${shop.origins:https://app.example.com}}, without a build. They are read when the
 * application is deployed, and again as often as {@code cors.reload} says, from MicroProfile Config
 * where that works, and from nothing else there: its profiles, files, vaults and maps of Kubernetes
 * come with it. Elsewhere the first of these that has a key decides: the properties of the
 * application, system properties, environment variables. {@code cors.policy.shop.max-age} is the
 * variable {@code CORS_POLICY_SHOP_MAX_AGE}.
 *
 * <table>
 * <caption>Keys; NAME has lower-case letters, digits and hyphens</caption>
 * <tr><th scope="col">Key</th><th scope="col">Value</th></tr>
 * <tr><td>{@code cors.enabled}</td>
 *     <td>{@code false} switches everything off; policies are still checked, their mistakes are
 *     warnings</td></tr>
 * <tr><td>{@code cors.reload}</td>
 *     <td>how often all of this is read again while requests run, such as {@code 30s} or {@code
 *     5m}; never, if it is not set; a mistake keeps what was before</td></tr>
 * <tr><td>{@code cors.policy.NAME.origins}</td>
 *     <td>a list, {@code none}, or {@code off} for no policy at all</td></tr>
 * <tr><td>{@code cors.policy.NAME.methods}</td><td>a list</td></tr>
 * <tr><td>{@code cors.policy.NAME.allowed-headers}</td>
 *     <td>a list, with {@code derived} for what resources declare, or {@code none}</td></tr>
 * <tr><td>{@code cors.policy.NAME.exposed-headers}</td><td>a list, or {@code none}</td></tr>
 * <tr><td>{@code cors.policy.NAME.credentials}</td><td>{@code allow} or {@code refuse}</td></tr>
 * <tr><td>{@code cors.policy.NAME.max-age}</td>
 *     <td>seconds, 0 to 86400, or -1 for no header</td></tr>
 * <tr><td>{@code cors.policy.NAME.refusal}</td><td>{@code withhold} or {@code reject}</td></tr>
 * <tr><td>{@code cors.policy.NAME.dangerously}</td>
 *     <td>{@code loopback-origins}, and no other {@link dev.jaxrscors.Danger}: lets production list
 *     {@code https://localhost}, the origin of apps on phones</td></tr>
 * <tr><td>{@code cors.default.*}</td>
 *     <td>the same members, of the default policy; without origins they are for resources that
 *     bring their own, and open nothing</td></tr>
 * <tr><td>{@code cors.also-allowed-headers}</td>
 *     <td>request headers that every policy allows besides its own, a list: {@code
 *     traceparent,baggage}; those of {@code CorsSetup} are added. A policy for which {@code none}
 *     is allowed stays as it is; beside {@code *} only {@code Authorization} counts</td></tr>
 * <tr><td>{@code cors.on-mistake}</td>
 *     <td>{@code stop}, the default, or {@code refuse}: below</td></tr>
 * <tr><td>{@code cors.production}</td>
 *     <td>{@code true} makes plain-http and loopback origins mistakes; so does the profile {@code
 *     prod}</td></tr>
 * <tr><td>{@code cors.preflight-status}</td><td>200 or 204</td></tr>
 * <tr><td>{@code cors.preflight-cache-control}</td>
 *     <td>{@code Cache-Control} of granted preflights; what a cache keeps outlives a change</td></tr>
 * <tr><td>{@code cors.map-unhandled-exceptions}</td><td>{@code true} or {@code false}</td></tr>
 * <tr><td>{@code cors.hosts}</td><td>the NAMEs of hosts with settings of their own</td></tr>
 * <tr><td>{@code cors.host.NAME.name}</td><td>the host names it stands for, a list</td></tr>
 * <tr><td>{@code cors.host.NAME.*}</td>
 *     <td>any of {@code enabled}, {@code policy}, {@code default}, {@code also-allowed-headers},
 *     {@code production} and {@code preflight-*}, for requests to that host</td></tr>
 * <tr><td>{@code cors.trust-forwarded}</td>
 *     <td>{@code true} takes the host and the scheme from the first element of {@code Forwarded},
 *     or else of {@code X-Forwarded-Host}, {@code -Proto} and {@code -Port}: that of the proxy
 *     nearest to the client, which has to overwrite all of them</td></tr>
 * <tr><td>{@code cors.own-origins}</td>
 *     <td>the origins of pages that this server has served, a list: never rejected, and never
 *     logged as refused; for where a proxy hides them</td></tr>
 * </table>
 *
 * <p>Lists are split at commas; a backslash keeps a comma. An empty element is a mistake; a value
 * that is empty as a whole means {@code none}. Payara passes over empty values, to a source of
 * lower rank or to the default: write {@code none} there. Where a place lacks the key of a list,
 * its elements may have keys of their own, as lists in YAML do: {@code
 * cors.policy.NAME.origins[0]}, {@code [1]} and so on, up to the first that is missing. Lists, and
 * what placeholders in lists stand for, are read as people write them for other software too:
 * quotes around elements are left out, and so are header names that no browser announces, such as
 * {@code Origin}; a hint reports them.
 *
 * <p>{@code ${origin-of:KEY}} stands for the origin of the URL under a key that the product has
 * anyway, in placeholders of annotations, in {@code origins} of a policy and in {@code
 * cors.own-origins}: its scheme, host and port, as browsers send them; of a list of URLs, the list
 * of origins. {@code ${origin-of:KEY:https://app.example.com/ui}} has a default, which is a URL
 * too. So no key of a placeholder can be called {@code origin-of}. What is no absolute URL with a
 * host, or has user-info, is a mistake.
 *
 * <table>
 * <caption>What a member of a policy comes from, the first that sets it</caption>
 * <tr><th scope="col">Step</th><th scope="col">Place</th></tr>
 * <tr><td>1</td><td>the annotation, nearest level first; its placeholders as configured</td></tr>
 * <tr><td>2</td><td>{@code cors.host.HOST.policy.NAME.*}, for the policy that it names</td></tr>
 * <tr><td>3</td><td>{@code cors.policy.NAME.*}</td></tr>
 * <tr><td>4</td><td>the policy of that name in code</td></tr>
 * <tr><td>5</td><td>where no annotation names one: the default policy, by the same steps</td></tr>
 * <tr><td>6</td><td>the built-in default, which is the closed one</td></tr>
 * </table>
 *
 * <p>Origins in configuration replace those in code together with their {@code originSource} and
 * {@code dangerously}. {@code LOOPBACK_ORIGINS} alone stays, where the policy of that name in code
 * waives it, or the annotation that names the policy, and can be configured: whatever operations
 * write, it admits none but the machine of the user.
 *
 * <h3>Mistakes in configuration</h3>
 *
 * <p>They stop the deployment, with key, source, rule and remedy. With {@code
 * cors.on-mistake=refuse}, or {@code CorsSetup.builder().refuseMistakesInConfiguration()}, each is
 * an error in the log instead, the application starts, and what is wrong grants nothing. Mistakes
 * in code, and a wrong {@code cors.on-mistake}, stop all the same. So does the name of a policy
 * that nobody declares, unless a key is nearly right, and two methods of one verb and path whose
 * policies differ by configuration.
 *
 * <table>
 * <caption>What counts where configuration is wrong, and that stops nothing</caption>
 * <tr><th scope="col">Wrong</th><th scope="col">Counts</th></tr>
 * <tr><td>an element of a list</td>
 *     <td>the list without it; {@code *} beside names: the names; {@code *} or a plain-http origin
 *     with credentials, a loopback origin in production: the others</td></tr>
 * <tr><td>all of a list, or a placeholder without a value</td>
 *     <td>nobody, or none; beside what an annotation spells out, that</td></tr>
 * <tr><td>{@code credentials}</td>
 *     <td>{@code refuse}; so where they make origins wrong that code spells out</td></tr>
 * <tr><td>{@code max-age}</td><td>0</td></tr>
 * <tr><td>{@code refusal}</td>
 *     <td>{@code reject}: who writes it wants that; the default need not be written</td></tr>
 * <tr><td>{@code dangerously}</td><td>nothing is set aside</td></tr>
 * <tr><td>{@code cors.enabled}</td><td>what code says, as if it were not set</td></tr>
 * <tr><td>{@code cors.production}</td><td>{@code true}</td></tr>
 * <tr><td>{@code cors.trust-forwarded}, {@code cors.map-unhandled-exceptions}</td>
 *     <td>{@code false}</td></tr>
 * <tr><td>{@code cors.preflight-status}</td><td>what code says, or 204</td></tr>
 * <tr><td>{@code cors.preflight-cache-control}, {@code cors.reload}</td><td>none</td></tr>
 * <tr><td>{@code cors.hosts}, {@code cors.host.NAME.name}</td>
 *     <td>stops all the same: other hosts may be allowed more</td></tr>
 * </table>
 *
 * <h3>Reading again</h3>
 *
 * <p>{@code cors.reload} finds what the places of configuration say by then. System properties
 * change, and so do a {@code ConfigSource} of your own that looks each time, and an {@code
 * Application} whose {@code getProperties()} does: it is called again. Variables of the environment
 * do not, nor does a file that a server reads once, when it starts, as most do. Payara keeps each
 * value for a minute, and is made to forget it. On Quarkus, a {@code ConfigSource} that is to count
 * from the start needs {@code @StaticInitSafe}.
 *
 * <p>When configuration is read again, a new mistake keeps all that was in force before, whatever
 * {@code cors.on-mistake} says: what runs is better than what is refused. Mistakes that were
 * refused before stay so, and hinder no change of what is right.
 *
 * <p>One annotation, three environments, with MicroProfile Config:
 *
 * <pre>{@code
 * @CorsPolicy("shop")
 *
 * %dev.cors.policy.shop.origins=http://localhost:3000
 * %test.cors.policy.shop.origins=https://test.example.com
 * cors.policy.shop.origins=https://shop.example.com
 * %prod.cors.production=true
 * }</pre>
 *
 * <p>Without it, profiles of keys are not read: give each environment its own variables, {@code
 * CORS_POLICY_SHOP_ORIGINS} and, in production, {@code CORS_PRODUCTION=true}; in development {@code
 * MP_CONFIG_PROFILE=dev} quiets the hint at loopback origins.
 *
 * <p>What Spring Boot or Dropwizard read from files of theirs reaches Jakarta REST when somebody
 * hands it on: in Dropwizard with {@code environment.jersey().property(key, value)}, in Spring Boot
 * with a bean. {@code spring.jersey.init} does not do that.
 *
 * <pre>{@code
 * @Bean
 * ResourceConfigCustomizer settingsOfCors(Environment environment) {
 *   Map<String, String> settings =
 *       Binder.get(environment)
 *           .bind("cors", Bindable.mapOf(String.class, String.class))
 *           .orElse(Map.of());
 *   return config -> settings.forEach((key, value) -> config.property("cors." + key, value));
 * }
 * }</pre>
 *
 * <h2>Security</h2>
 *
 * <p>CORS tells browsers which pages of other origins may read a response, or send what a form
 * could not. It authenticates nobody, protects no API from programs, and does not stop cross-site
 * requests that need no preflight; {@link dev.jaxrscors.Refusal#REJECT} turns those from origins
 * that are not listed away.
 *
 * <table>
 * <caption>Who is trusted with what</caption>
 * <tr><th scope="col">Who</th><th scope="col">With</th><th scope="col">Not with</th></tr>
 * <tr><td>annotations and {@code CorsSetup}</td>
 *     <td>every member of a policy; {@link dev.jaxrscors.Danger} sets single checks aside</td>
 *     <td>what cannot be meant: it stops the deployment</td></tr>
 * <tr><td>configuration</td>
 *     <td>named policies, the default one, placeholders, switching off</td>
 *     <td>widening what an annotation spells out; dangers other than {@code
 *     LOOPBACK_ORIGINS}</td></tr>
 * <tr><td>an {@code OriginSource}, a listener, the supplier of a policy</td>
 *     <td>the answer for one origin; being code of the application</td>
 *     <td>failing: then nothing is granted, or all stays as it was</td></tr>
 * <tr><td>a proxy</td>
 *     <td>with {@code cors.trust-forwarded} alone: the server's own origin, and the host whose
 *     settings count</td>
 *     <td>an origin: it is taken from {@code Origin} alone</td></tr>
 * <tr><td>resources and filters</td>
 *     <td>withholding what was granted</td>
 *     <td>granting: {@code Access-Control-*} of their own are replaced</td></tr>
 * <tr><td>whoever sends a request</td><td>nothing</td><td></td></tr>
 * </table>
 *
 * <p>No origin, credential or header is granted that nobody wrote; a preflight runs no resource
 * method; what is not valid is refused, and never echoed; a cache that heeds {@code Vary} gives no
 * answer of one origin to another; what fails grants nothing.
 *
 * <p>Not guaranteed: what pages of a listed origin do, or whoever controls one of them; what is
 * answered before the library is asked, such as the constraints of {@code web.xml}; caches that
 * ignore {@code Vary}; and that a browser forgets a granted preflight before its {@code maxAge}.
 */
@NullMarked
package dev.jaxrscors;

import org.jspecify.annotations.NullMarked;
