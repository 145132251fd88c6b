package dev.jaxrscors.demo;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What was last said of a shop: a sub-resource without a policy of its own. */
@Produces(MediaType.TEXT_PLAIN)
public class Review {

  private static final int LONGEST = 200;

  private volatile String text = "Good tea.";

  /** Makes the resource, with a text in it. */
  public Review() {}

  /** {@return the text} */
  @GET
  public String read() {
    return text;
  }

  /**
   * Replaces the text.
   *
   * @param newText at most 200 characters
   */
  @PUT
  @Consumes(MediaType.TEXT_PLAIN)
  public void replace(String newText) {
    if (newText.length() > LONGEST) {
      throw new BadRequestException();
    }
    text = newText;
  }

  /** Takes the text back. */
  @DELETE
  public void delete() {
    text = "";
  }
}
