package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.secret.Seal;
import com.ojeomneo.social.Person;
import com.ojeomneo.social.Provider;
import com.ojeomneo.social.SocialProblem;
import com.ojeomneo.social.SocialProviders;
import com.ojeomneo.social.SocialProviders.Proof;
import com.ojeomneo.social.SocialToken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Logs in whom a provider vouches for. They are known by what the provider calls them ({@code iss}
 * and {@code sub}). An address that it answers for leads to the account that has it: whoever proves
 * an address has the account. If nobody had proven it before, whoever opened that account loses it:
 * password, log-ins and links to providers.
 */
public final class SocialLogin {
  private static final String NAMELESS = "오점너 회원";
  private static final int LONGEST_NAME = 40;

  private final Database database;
  private final SocialProviders providers;
  private final LoginNonces nonces;
  private final Identities identities;
  private final Users users;
  private final Sessions sessions;
  private final Optional<Seal> seal;
  private final Clock clock;

  /**
   * @param seal of what providers give to end a link with; without one that is not kept
   */
  public SocialLogin(
      Database database,
      SocialProviders providers,
      LoginNonces nonces,
      Identities identities,
      Users users,
      Sessions sessions,
      Optional<Seal> seal,
      Clock clock) {
    this.database = database;
    this.providers = providers;
    this.nonces = nonces;
    this.identities = identities;
    this.users = users;
    this.sessions = sessions;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * To the account that it was linked to, that has the address, or a new one.
   *
   * @throws Problem as {@link SocialProviders#verify}, and 401 {@code SOCIAL_LOGIN_FAILED} when the
   *     nonce is not ours, too old or spent
   */
  public Tokens logIn(Provider provider, SocialToken token) {
    nonces.require(token.nonce());
    Proof proof = providers.verify(provider, token);
    return database.transaction(
        tx -> {
          nonces.spend(tx, token.nonce());
          Optional<UUID> holder = identities.holder(tx, proof.person());
          User user =
              holder.isPresent()
                  ? users.hold(tx, holder.get()).orElseThrow(SocialLogin::failed)
                  : link(tx, accountOf(tx, proof.person()), proof.person());
          keep(tx, user.id(), proof);
          return sessions.open(tx, user, token.deviceId());
        });
  }

  /**
   * Gives a user one more way to log in, and a guest an account with the orders they have.
   *
   * @throws Problem as {@link #logIn}; 409 {@code IDENTITY_TAKEN} when it is another's, or they
   *     have another one of this provider, 409 {@code EMAIL_TAKEN} when a guest's address has an
   *     account
   */
  public User link(UUID userId, Provider provider, SocialToken token) {
    nonces.require(token.nonce());
    Proof proof = providers.verify(provider, token);
    return database.transaction(
        tx -> {
          nonces.spend(tx, token.nonce());
          Optional<UUID> holder = identities.holder(tx, proof.person());
          User user = users.lock(tx, userId).orElseThrow(Problem::notFound);
          if (holder.isPresent() && !holder.get().equals(userId)) {
            throw Problem.of(UserProblem.IDENTITY_TAKEN);
          }
          User linked = user.guest() ? register(tx, user, proof.person()) : user;
          if (holder.isEmpty()) {
            link(tx, linked, proof.person());
          }
          keep(tx, userId, proof);
          return linked;
        });
  }

  /**
   * From now on it leads to this account no more. Nothing when it did not.
   *
   * @throws Problem 409 {@code LAST_WAY_IN}
   */
  public void unlink(UUID userId, Provider provider) {
    database.transact(
        tx -> {
          users.lock(tx, userId).orElseThrow(Problem::notFound);
          boolean removed = identities.remove(tx, userId, provider);
          if (removed && !users.hasPassword(tx, userId) && identities.count(tx, userId) == 0) {
            throw Problem.of(UserProblem.LAST_WAY_IN);
          }
        });
  }

  private User accountOf(DSLContext tx, Person person) {
    String email = address(person);
    Optional<User> owner = email == null ? Optional.empty() : users.lock(tx, email);
    if (owner.isPresent()) {
      return claim(tx, owner.get());
    }
    User newcomer = User.vouchedFor(email, name(person), clock.instant());
    return users.add(tx, newcomer, null)
        ? newcomer
        // Somebody signed up with the address since we looked.
        : claim(tx, users.lock(tx, email).orElseThrow(SocialLogin::taken));
  }

  private User claim(DSLContext tx, User owner) {
    if (owner.emailVerified()) {
      return owner;
    }
    users.prove(tx, owner.id(), clock.instant());
    identities.removeAll(tx, owner.id());
    sessions.revokeAll(tx, owner.id());
    return users.find(tx, owner.id()).orElseThrow(SocialLogin::taken);
  }

  private User register(DSLContext tx, User guest, Person person) {
    String email = address(person);
    if (email != null && users.lock(tx, email).isPresent()) {
      throw taken();
    }
    User account = User.vouchedFor(email, name(person), clock.instant());
    return users.register(tx, guest.id(), account, null).orElseThrow(SocialLogin::taken);
  }

  private User link(DSLContext tx, User user, Person person) {
    if (!identities.add(tx, user.id(), person)) {
      throw Problem.of(UserProblem.IDENTITY_TAKEN);
    }
    return user;
  }

  private void keep(DSLContext tx, UUID userId, Proof proof) {
    if (proof.refreshToken() != null && seal.isPresent()) {
      byte[] token = proof.refreshToken().getBytes(StandardCharsets.UTF_8);
      identities.keep(tx, proof.person(), seal.get().close(userId, token));
    }
  }

  private static Problem failed() {
    return Problem.of(SocialProblem.SOCIAL_LOGIN_FAILED);
  }

  private static Problem taken() {
    return Problem.of(UserProblem.EMAIL_TAKEN);
  }

  /** Null without one that we could write to. */
  private static String address(Person person) {
    return person.email().map(Normalized::line).filter(SocialLogin::canBeWrittenTo).orElse(null);
  }

  private static boolean canBeWrittenTo(String email) {
    return email.length() <= EmailAddress.LONGEST && email.matches(EmailAddress.FORM);
  }

  private static String name(Person person) {
    String name =
        Normalized.line(person.name().orElse("")).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    int length = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
    String shown = name.substring(0, name.offsetByCodePoints(0, length)).strip();
    return shown.isEmpty() ? NAMELESS : shown;
  }
}
