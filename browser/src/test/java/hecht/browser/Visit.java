package hecht.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// One browser at the house, from opening to closing. Whatever the console complains of is kept, among it every breach of the
/// content security policy.
final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final URI house;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private String policy = "";

    Visit(BrowserContext context, URI house) {
        this.context = context;
        this.house = house;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning"))
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
        });
        page.onPageError(error -> complaints.add("fault of a script: " + error));
        page.onRequestFinished(requests::add);
    }

    Page page() {
        return page;
    }

    /// Goes to an address of the house, and forgets the requests before.
    Visit to(String address) {
        return to(new Place(address, address));
    }

    /// The same where another status may be expected, of which the console complains too.
    Visit to(Place place) {
        String address = place.address();
        int status = place.status();
        requests.clear();
        Response response = page.navigate(house + address);
        if (response.status() != status)
            throw new IllegalStateException(address + " was answered with " + response.status());
        policy = response.headers().getOrDefault("content-security-policy", "");
        complaints.removeIf(each -> status != 200 && each.contains("status of " + status) && each.contains(address));
        return this;
    }

    /// The content security policy of the last page.
    String policy() {
        return policy;
    }

    /// What the console said so far.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Everything that was fetched since the last address.
    List<Request> requests() {
        return List.copyOf(requests);
    }

    /// Where the browser is by now, without the house.
    String where() {
        return page.url().substring(house.toString().length());
    }

    @Override
    public void close() {
        context.close();
    }
}
