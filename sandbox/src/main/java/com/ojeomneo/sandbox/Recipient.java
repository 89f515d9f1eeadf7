package com.ojeomneo.sandbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Consumer;

/** Somebody whom mail is for, whoever that is: it is handed on, and GreenMail stores nothing. */
record Recipient(String email, Consumer<MimeMessage> inbox) implements GreenMailUser {
  @Override
  public void deliver(MovingMessage mail) {
    deliver(mail.getMessage());
  }

  @Override
  public void deliver(MimeMessage mail) {
    inbox.accept(mail);
  }

  @Override
  public String getEmail() {
    return email;
  }

  @Override
  public String getLogin() {
    return email;
  }

  @Override
  public String getQualifiedMailboxName() {
    return email;
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void setPassword(String password) {
    throw new UnsupportedOperationException("nobody logs in here");
  }

  @Override
  public void authenticate(String password) {
    throw new UnsupportedOperationException("nobody logs in here");
  }

  @Override
  public void create() {
    // there is nothing to it
  }

  @Override
  public void delete() {
    // there is nothing of it
  }
}
