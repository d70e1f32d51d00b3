package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Debian's Chromium without a window. Tests that ask for it are skipped where it, or its driver, is not there.
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration MOST = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Chromium start() {
        assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER), "no " + BROWSER + " or " + DRIVER + " (apt install chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--window-size=1440,1000");
        LoggingPreferences logged = new LoggingPreferences();
        logged.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logged);
        return new Chromium(new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(new File(DRIVER.toString())).usingAnyFreePort().build(), options));
    }

    ChromeDriver driver() {
        return driver;
    }

    void click(String selector) {
        click(By.cssSelector(selector));
    }

    void click(By what) {
        WebElement found = driver.findElement(what);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
        found.click();
    }

    /// Waits for what the page does by itself.
    void until(String condition) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!Boolean.TRUE.equals(driver.executeScript("return Boolean(" + condition + ")"))) {
            assertThat(System.nanoTime()).as(condition + "; the page says: " + refusal()).isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /// Draws a closed line on the slice with the mouse, around the middle of the picture.
    void drawSquare() {
        WebElement slice = driver.findElement(By.id("slice"));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", slice);
        new Actions(driver, Duration.ofMillis(30)).moveToElement(slice, -40, -40).clickAndHold().moveToElement(slice, 40, -40)
                .moveToElement(slice, 40, 40).moveToElement(slice, -40, 40).release().perform();
    }

    private String refusal() {
        return String.join("; ", driver.findElements(By.id("refusal")).stream().map(WebElement::getText).toList());
    }

    /// What the browser warned of since it was asked last: a script or a picture that the content security policy forbids would be told here.
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("GPU stall due to ReadPixels")) // of the software renderer
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
