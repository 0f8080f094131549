package org.smartcorrection.node.consensus;

import com.hedera.hapi.node.base.ServiceEndpoint;
import com.hedera.hapi.node.state.primitives.ProtoBytes;
import com.hedera.hapi.node.state.roster.Roster;
import com.hedera.hapi.node.state.roster.RosterEntry;
import com.hedera.hapi.node.state.roster.RosterState;
import com.hedera.pbj.runtime.io.buffer.Bytes;
import com.swirlds.platform.state.snapshot.SignedStateFileReader;
import com.swirlds.state.State;
import com.swirlds.state.lifecycle.StateDefinition;
import com.swirlds.state.lifecycle.StateMetadata;
import com.swirlds.state.merkle.VirtualMapState;
import com.swirlds.state.spi.CommittableWritableStates;
import com.swirlds.state.spi.WritableStates;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import org.hiero.consensus.platformstate.PlatformStateUtils;
import org.hiero.consensus.roster.ReadableRosterStoreImpl;
import org.hiero.consensus.roster.RosterHistory;
import org.hiero.consensus.roster.RosterStateId;
import org.hiero.consensus.roster.WritableRosterStore;

/** What the engine's state holds: the members, and the few bytes of our own. */
final class Rosters {
  private static final String SERVICE = "LedgerService";
  private static final int HEAD = 60_001;

  private Rosters() {}

  static Roster of(List<Peer> peers) {
    var entries = new ArrayList<RosterEntry>();
    for (int number = 0; number < peers.size(); number++) {
      Peer peer = peers.get(number);
      entries.add(
          RosterEntry.newBuilder()
              .nodeId(number)
              .weight(1)
              .gossipCaCertificate(certificate(peer))
              .gossipEndpoint(endpoint(peer))
              .build());
    }
    return Roster.newBuilder().rosterEntries(entries).build();
  }

  private static Bytes certificate(Peer peer) {
    try {
      return Bytes.wrap(peer.certificate().getEncoded());
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate that cannot be written", e);
    }
  }

  private static ServiceEndpoint endpoint(Peer peer) {
    var endpoint = ServiceEndpoint.newBuilder().port(peer.port());
    if (!peer.host().matches("[0-9.]+")) return endpoint.domainName(peer.host()).build();
    try {
      // four numbers: nobody is asked
      byte[] address = InetAddress.getByName(peer.host()).getAddress();
      return endpoint.ipAddressV4(Bytes.wrap(address)).build();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + peer.host(), e);
    }
  }

  /** Names our part of a state; needed after each load. */
  static void register(State state) {
    var map = (VirtualMapState) state;
    SignedStateFileReader.registerServiceStates(map);
    map.initializeState(
        new StateMetadata<>(SERVICE, StateDefinition.singleton(HEAD, "HEAD", ProtoBytes.PROTOBUF)));
  }

  /** The state before the first round. */
  static void begin(VirtualMapState state, Roster roster) {
    register(state);
    WritableStates states = state.getWritableStates(RosterStateId.SERVICE_NAME);
    states.<RosterState>getSingleton(RosterStateId.ROSTER_STATE_STATE_ID).put(RosterState.DEFAULT);
    new WritableRosterStore(states).putActiveRoster(roster, 0);
    ((CommittableWritableStates) states).commit();
  }

  /** The members of a state that was loaded, changed to those of the present configuration. */
  static RosterHistory history(VirtualMapState state, Roster roster) {
    long round = PlatformStateUtils.roundOf(state);
    if (round == 0) return RosterHistory.fromGenesis(roster);
    register(state);
    WritableStates states = state.getWritableStates(RosterStateId.SERVICE_NAME);
    var store = new WritableRosterStore(states);
    if (!roster.equals(store.getActiveRoster())) {
      store.putActiveRoster(roster, round + 1);
      ((CommittableWritableStates) states).commit();
    }
    return new ReadableRosterStoreImpl(state.getReadableStates(RosterStateId.SERVICE_NAME))
        .getRosterHistory();
  }

  static void write(State state, byte[] head) {
    WritableStates states = state.getWritableStates(SERVICE);
    states.<ProtoBytes>getSingleton(HEAD).put(new ProtoBytes(Bytes.wrap(head)));
    ((CommittableWritableStates) states).commit();
  }

  static byte[] read(State state) {
    ProtoBytes head = state.getReadableStates(SERVICE).<ProtoBytes>getSingleton(HEAD).get();
    return head == null ? new byte[0] : head.value().toByteArray();
  }
}
